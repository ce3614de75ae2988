"""Language analysis of short Polish and English texts: lemmas, stems, and the bridge between them."""
