"""Settings that are right, as an operator's environment holds them."""

PRIVACY = {
    "privacy_controller": "de korpschef van politie, Postbus 1, Amersfoort",
    "privacy_contact": "privacy@politie.example",
    "privacy_officer": "fg@politie.example",
    "privacy_source": "Burgernet, waarvoor u zich aanmeldde",
    "privacy_ground": "de taak van de politie (artikel 6 lid 1 onder e AVG)",
    "privacy_processors": "Slack en onze mailprovider",
    "privacy_transfer": "Uw gegevens blijven in de Europese Unie.",
}

RIGHT = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "CHANNEL_INTAKE": "C1",
    "CHANNEL_TRIAGE": "C2",
    "CHANNEL_BURGLARY": "C3",
    "CHANNEL_SUPERVISION": "C4",
    "MAIL_FROM": "burgernetmail@example.nl",
    "MAIL_REPLY_ADDRESS": "antwoord@example.nl",
    "SENDGRID_API_KEY": "SG.1",
    "PUBLIC_URL": "https://burgernetmail.example.nl",
    "SECRET_KEY": "x" * 32,
    "ERASURE_KEY": "y" * 32,
    "AUDIT_KEY": "z" * 32,
}
