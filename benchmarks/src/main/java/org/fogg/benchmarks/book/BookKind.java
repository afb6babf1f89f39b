package org.fogg.benchmarks.book;

/** The books that are compared. */
public enum BookKind {
    /** The broker's own trigger book. */
    FOGG("Fogg"),
    /** The order book of a matching engine. */
    EXCHANGE_CORE("exchange-core"),
    /** Plain JDK collections. */
    SKIP_LIST("JDK skip list"),
    /** A list that is searched from end to end; shows that growth would be seen. */
    LINEAR("linear scan");

    private final String label;

    BookKind(String label) {
        this.label = label;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /**
     * An empty book.
     *
     * @param expectedOrders how many orders it will hold
     */
    public Book create(int expectedOrders) {
        return switch (this) {
            case FOGG -> new FoggBook(expectedOrders);
            case EXCHANGE_CORE -> new ExchangeCoreBook();
            case SKIP_LIST -> new SkipListBook();
            case LINEAR -> new LinearBook();
        };
    }
}
