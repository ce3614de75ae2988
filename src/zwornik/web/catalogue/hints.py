"""What helps people to fill in a record: one sentence for each part that needs one."""

from django.utils.translation import gettext_lazy

HELP = {
    "title": gettext_lazy(
        "What it is in one line, with the figure by which it is chosen; in one language at least."
    ),
    "summary": gettext_lazy("Two or three sentences; the first one stands in lists."),
    "statement": gettext_lazy("What happens today, and what should change; figures with units."),
    "must": gettext_lazy(
        "One requirement per line. A line and the one beside it say the same; leave a line empty"
        " where there is no translation yet."
    ),
    "wish": gettext_lazy("One per line, as above."),
    "trl_claimed": gettext_lazy("As the owner sees it; an audit verifies it."),
    "trl_verified": gettext_lazy("Only what an audit has proved."),
    "success": gettext_lazy("By what it will be known that the need is met; a figure if possible."),
    "anonymity": gettext_lazy("To everybody outside the team and the owner."),
    "source": gettext_lazy("A document, a conversation, or the code of an audit."),
    "is_confirmed": gettext_lazy("Otherwise the record says that it is unconfirmed."),
}
