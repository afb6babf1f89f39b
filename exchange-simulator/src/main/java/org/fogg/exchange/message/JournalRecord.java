package org.fogg.exchange.message;

/** What the journal of an exchange holds. */
public sealed interface JournalRecord permits Report, LoggedOn, StockState {}
