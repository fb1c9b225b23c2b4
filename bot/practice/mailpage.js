
// The practice town's addition: a citizen answers from their own mailbox, with the mail they got quoted below.
MailClient.prototype.on_reply_mail = async function (data) {
  const quoted = (data.mail.body_plain || "").replace(/^Reply/, "");
  await this.reset_editor({...data.mail.header, from: this.account_name}, quoted);
  document.querySelector("#editor").classList.remove("hidden");
  const words = document.querySelector("#editor .content textarea");
  words.focus();
  words.setSelectionRange(0, 0);
  words.scrollTop = 0;
};

// What is pressed in a mail opens beside it: the bot's pages refuse to stand in another page's frame.
const display_mail = MailClient.prototype._display_mail;
MailClient.prototype._display_mail = function (data) {
  display_mail.call(this, data);
  const shown = document.querySelector("#mail-content iframe#html");
  shown.srcdoc = shown.srcdoc.replace(/<head[^>]*>/i, '$&<base target="_blank">');
};
