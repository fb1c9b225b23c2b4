"""How phone numbers and e-mail addresses are read, for rules that know no library."""

from typing import Final

from bot.domain.contacts import ContactReader
from bot.email_addresses import comparable
from bot.phone_numbers import number_alone, numbers_in

CONTACTS: Final = ContactReader(numbers_in, number_alone, comparable)
