package org.fogg.contracts;

/** The Cassandra keyspaces. */
public final class Keyspaces {

    /** Reference data, replicated in every data centre. */
    public static final String GLOBAL = "fogg_global";

    private Keyspaces() {}

    /**
     * The system of record of one georegion.
     *
     * @param georegion the georegion's name, e.g. {@code north-america}
     * @return the keyspace, with underscores for the name's hyphens
     */
    public static String of(String georegion) {
        return "fogg_" + georegion.replace('-', '_');
    }
}
