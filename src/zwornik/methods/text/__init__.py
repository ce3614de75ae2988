"""Language analysis of Polish and English texts: lemmas, stems, and the bridge between them."""
