"""A small resolution in each of the six languages, made up."""

BODIES = {
    "ar": "وإذ تشير إلى قرارها السابق،\n\n1 - تقرر أن تواصل النظر في المسألة.",
    "en": "Recalling its earlier decision on lighthouses,\n\n1. Decides to keep them lit.",
    "es": "Recordando su decisión anterior sobre los faros,\n\n1. Decide mantenerlos encendidos.",
    "fr": "Rappelant sa décision antérieure sur les phares,\n\n1. Décide de les laisser allumés.",
    "ru": "ссылаясь на свое решение о маяках,\n\n1. постановляет не гасить их.",
    "zh": "回顾其关于灯塔的决定，\n\n1. 决定不熄灭灯塔。",
}
"""A preambular and an operative paragraph."""


COUNCIL = {
    "ar": "إن مجلس الأمن،",
    "en": "The Security Council,",
    "es": "El Consejo de Seguridad,",
    "fr": "Le Conseil de sécurité,",
    "ru": "Совет Безопасности,",
    "zh": "安全理事会，",
}
"""The enacting words of the Security Council."""
