"""How phone numbers and e-mail addresses are read, for rules that know no library."""

from typing import Final

from bot.contacts.email_addresses import comparable
from bot.contacts.phone_numbers import number_alone, numbers_in
from bot.domain.replies.contacts import ContactReader

CONTACTS: Final = ContactReader(numbers_in, number_alone, comparable)
