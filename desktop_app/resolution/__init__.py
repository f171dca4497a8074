"""What a resolution is: values, and the rules that need nothing but them."""
