package org.fogg.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fogg.contracts.Topics.Topic;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void shouldNameTopicsByGeoregion() {
        assertThat(Topics.tickers("europe").name()).isEqualTo("tickers.europe");
        assertThat(Topics.listings("europe").name()).isEqualTo("listings.europe");
        assertThat(Topics.orders("europe", 12).name()).isEqualTo("orders.europe");
        assertThat(Topics.answers("north-america").name()).isEqualTo("answers.north-america");
        assertThat(Topics.orderEvents("europe").name()).isEqualTo("order-events.europe");
    }

    @Test
    void shouldNameAnExchangesJournalByItsCode() {
        assertThat(Topics.exchangeJournal("XLON"))
                .isEqualTo(new Topic("exchange-journal.XLON", 1, Map.of("retention.ms", "-1")));
    }

    @Test
    void shouldHaveAPartitionPerShardWhenItIsForCommands() {
        assertThat(Topics.orders("europe", 7).partitions()).isEqualTo(7);
    }

    @Test
    void shouldHaveAPartitionPerBrokerWhenItIsForAnswers() {
        assertThat(Topics.answers("europe").partitions()).isEqualTo(Topics.ANSWER_PARTITIONS);
    }

    @Test
    void shouldKeepListingsForEverAndTickersForAnHour() {
        assertThat(Topics.listings("europe").settings()).containsEntry("cleanup.policy", "compact");
        assertThat(Topics.tickers("europe").settings()).containsEntry("retention.ms", "3600000");
        assertThat(Topics.answers("europe").settings()).containsEntry("retention.ms", "3600000");
    }

    @Test
    void shouldKeepCommandsAndEventsForAWeek() {
        assertThat(Topics.orders("europe", 1).settings())
                .containsEntry("retention.ms", "604800000");
        assertThat(Topics.orderEvents("europe").settings())
                .containsEntry("retention.ms", "604800000");
        assertThat(Topics.orderEvents("europe").partitions()).isEqualTo(Topics.STREAM_PARTITIONS);
    }
}
