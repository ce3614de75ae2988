"""Explained matches of needs with the offer, decisions on them, and the glossary behind them."""
