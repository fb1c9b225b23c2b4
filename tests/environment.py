"""Settings that are right, as an operator's environment holds them."""

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
}
