package org.fogg.analytics.trends;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fogg.analytics.index.IndexNames;

/** Runs one aggregation over all indices of some kinds. */
final class Searches {

    private static final String TIMEOUT = "5s";

    private final ElasticsearchClient client;

    Searches(ElasticsearchClient client) {
        this.client = client;
    }

    Map<String, Aggregate> run(List<String> kinds, Query query, Map<String, Aggregation> wanted)
            throws IOException {
        SearchResponse<Void> response =
                client.search(
                        search ->
                                search.index(kinds.stream().map(IndexNames::all).toList())
                                        .allowNoIndices(true)
                                        .ignoreUnavailable(true)
                                        .size(0)
                                        .trackTotalHits(hits -> hits.enabled(false))
                                        .timeout(TIMEOUT)
                                        .query(query)
                                        .aggregations(wanted),
                        Void.class);
        return response.aggregations();
    }
}
