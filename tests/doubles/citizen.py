from email.message import EmailMessage
def reply_from(mail, words, **k):
    m=EmailMessage(); m["From"]="Noor <%s>"%mail.to; m["To"]=mail.from_; m["Subject"]="Re: "+mail.subject; m["Message-ID"]="<abc@example.nl>"; m["In-Reply-To"]=mail.message_id
    m.set_content(words+"\n\nOp wo 14 jan 2026 schreef Politie Amersfoort <%s>:\n"%mail.from_+"\n".join("> "+l for l in mail.text.splitlines()))
    return m.as_bytes()
