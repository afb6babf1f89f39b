package org.fogg.world;

/**
 * The brokers and Cassandra nodes of one georegion in one AWS region.
 *
 * @param name {@code <georegion>-<aws region>}, so that georegions that share an AWS region stay
 *     apart
 */
public record DataCentre(String name, String georegion, String awsRegion) {

    DataCentre(String georegion, String awsRegion) {
        this(georegion + '-' + awsRegion, georegion, awsRegion);
    }
}
