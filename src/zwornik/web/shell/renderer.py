"""How form fields look: label above, help below it, error beside, all tied together for readers."""

from django.forms.renderers import TemplatesSetting


class FieldRenderer(TemplatesSetting):
    """Renders each field as one question of the house style."""

    field_template_name = "parts/field.html"
