package org.fogg.broker;

import com.datastax.oss.driver.api.core.CqlSession;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.fogg.broker.command.AnswerRegistry;
import org.fogg.broker.command.AnswerSender;
import org.fogg.broker.command.AnswersConsumer;
import org.fogg.broker.command.BoundedGateway;
import org.fogg.broker.command.CommandGateway;
import org.fogg.broker.command.KafkaCommandGateway;
import org.fogg.broker.command.KeptAside;
import org.fogg.broker.events.KafkaEventPublisher;
import org.fogg.broker.exchange.HttpExchangeClient;
import org.fogg.broker.foreign.ForeignBrokers;
import org.fogg.broker.home.Home;
import org.fogg.broker.home.HomeSide;
import org.fogg.broker.home.Homes;
import org.fogg.broker.journal.CassandraJournalStore;
import org.fogg.broker.kafka.KafkaClients;
import org.fogg.broker.kafka.TopicMaker;
import org.fogg.broker.market.CandleWriter;
import org.fogg.broker.market.ForeignDirectory;
import org.fogg.broker.market.ListingsConsumer;
import org.fogg.broker.market.LiveDirectory;
import org.fogg.broker.market.MarketDirectory;
import org.fogg.broker.market.PriceBoard;
import org.fogg.broker.market.ReferenceTables;
import org.fogg.broker.market.Stock;
import org.fogg.broker.market.TickFeed;
import org.fogg.broker.portfolio.PortfolioStore;
import org.fogg.broker.projection.CassandraProjector;
import org.fogg.broker.schema.SchemaMigration;
import org.fogg.broker.shard.Reachability;
import org.fogg.broker.shard.ShardHealth;
import org.fogg.broker.shard.ShardService;
import org.fogg.broker.snapshot.CassandraSnapshotStore;
import org.fogg.broker.snapshot.Snapshots;
import org.fogg.broker.updates.UpdateLog;
import org.fogg.broker.updates.kafka.KafkaUpdateLog;
import org.fogg.contracts.Keyspaces;
import org.fogg.contracts.Topics;
import org.fogg.ticker.wan.Routes;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * The execution side of a broker, wired by hand: from the answer of Cassandra and Kafka up to the
 * gateway for commands. Building it waits for Cassandra and brings its schema up to date.
 */
public final class ExecutionSide implements AutoCloseable {

    private static final Duration SCHEMA_PATIENCE = Duration.ofMinutes(5);

    private static final int COMMAND_DELIVERY_MS = 1500;
    private static final int COMMAND_BLOCK_MS = 1000;
    private static final int EVENT_DELIVERY_MS = 30_000;
    private static final int EVENT_BLOCK_MS = 100;
    private static final int EVENT_LINGER_MS = 10;
    private static final long EXPIRE_EVERY_MS = 100;
    private static final long PROBE_EVERY_MS = 1000;

    private final ExecutionSettings settings;
    private final KafkaClients kafka;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, daemons());
    private final Routes routes;
    private final LongSupplier clock;
    private final Admin admin;
    private final TopicMaker topics;
    private final HomeSide home;
    private final CqlSession session;
    private final Producer<byte[], byte[]> commandProducer;
    private final Producer<byte[], byte[]> eventProducer;
    private final Producer<byte[], byte[]> answerProducer;
    private final LiveDirectory directory = new LiveDirectory();
    private final PriceBoard board = new PriceBoard();
    private final AnswerRegistry answers;
    private final KeptAside keptAside;
    private final Reachability reachability;
    private final HttpExchangeClient exchanges;
    private final ForeignSide foreign;
    private final ShardService shards;
    private final CommandGateway gateway;
    private final ReferenceTables references;
    private final TickFeed ticks;
    private final Thread tickThread;
    private final ListingsConsumer listings;
    private final Thread listingsThread;
    private final AnswersConsumer answersConsumer;
    private final Thread answersThread;
    private final ConcurrentMessageListenerContainer<byte[], byte[]> candles;
    private final KafkaUpdateLog updates;

    private boolean stopped;

    /** Builds everything; nothing is read or decided before {@link #start}. */
    public ExecutionSide(ExecutionSettings settings, MeterRegistry meters)
            throws InterruptedException {
        this(settings, meters, Clock.systemUTC());
    }

    /**
     * As the other.
     *
     * @param time stands in everything that is written, and ends orders of the day; those of
     *     several brokers may differ
     */
    ExecutionSide(ExecutionSettings settings, MeterRegistry meters, Clock time)
            throws InterruptedException {
        this.settings = settings;
        clock = nanosOf(time);
        answers = new AnswerRegistry(settings.answerWithin());
        String georegion = settings.georegion();
        String keyspace = Keyspaces.of(georegion);
        kafka = new KafkaClients(settings.kafkaBootstrap(), georegion + "-" + settings.instance());
        admin = kafka.admin();
        topics = new TopicMaker(admin, settings.kafkaReplication());
        routes = new Routes(settings.distances());
        home = findHome();
        session = CassandraSessions.connect(settings);
        home.watch(session, keyspace);
        new SchemaMigration(
                        session,
                        settings.cassandraReplication(),
                        settings.globalReplication(),
                        SCHEMA_PATIENCE)
                .apply(georegion);
        commandProducer = kafka.producer("commands", COMMAND_DELIVERY_MS, COMMAND_BLOCK_MS);
        eventProducer =
                kafka.producer("events", EVENT_DELIVERY_MS, EVENT_BLOCK_MS, EVENT_LINGER_MS);
        // Not the events': a client waits for an answer, and must not wait for company.
        answerProducer = kafka.producer("answers", EVENT_DELIVERY_MS, EVENT_BLOCK_MS);
        keptAside = new KeptAside(eventProducer, Topics.keptAside(georegion).name());
        reachability = new Reachability(session, admin);
        references = new ReferenceTables(session, georegion);
        exchanges = new HttpExchangeClient(georegion, timer, routes);
        foreign =
                new ForeignSide(
                        settings,
                        new ForeignSide.Shared(
                                session,
                                home.home(),
                                kafka,
                                topics,
                                board,
                                keptAside,
                                timer,
                                routes,
                                meters));
        shards = shards(keyspace, meters);
        home.gauges(meters);
        gateway = newGateway();
        ticks =
                new TickFeed(
                        settings.kafkaBootstrap(),
                        georegion,
                        topics,
                        shards::onTick,
                        board,
                        shards::onTicksBegin,
                        keptAside,
                        settings.distances().exchanges().isEmpty() ? null : this::tickDelay);
        tickThread = new Thread(ticks, "tick-feed");
        listings =
                new ListingsConsumer(
                        kafka.reader("listings"),
                        new TopicPartition(Topics.listings(georegion).name(), 0),
                        directory,
                        this::onStock,
                        keptAside);
        listingsThread = new Thread(listings, "listings-consumer");
        answersConsumer =
                new AnswersConsumer(
                        kafka.reader("answers"),
                        new TopicPartition(Topics.answers(georegion).name(), settings.instance()),
                        answers,
                        keptAside);
        answersThread = new Thread(answersConsumer, "answers-consumer");
        candles = candles(keyspace);
        updates =
                new KafkaUpdateLog(
                        kafka,
                        Topics.orderEvents(georegion),
                        settings.foreign().keySet(),
                        keptAside,
                        settings.distances());
    }

    /** How long a tick is under way; what is not listed yet is traded by nobody. */
    private long tickDelay(int stockId) {
        Stock stock = directory.stock(stockId);
        return stock == null ? 0 : settings.distances().fromExchangeNanos(stock.exchange().code());
    }

    private static ThreadFactory daemons() {
        return work -> {
            var thread = new Thread(work, "execution-timer");
            thread.setDaemon(true);
            return thread;
        };
    }

    private static LongSupplier nanosOf(Clock time) {
        return () -> {
            Instant now = time.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        };
    }

    /** The topic is there before anything is written to Cassandra, for it says where to. */
    private HomeSide findHome() throws InterruptedException {
        String topic = Topics.homes(settings.georegion()).name();
        if (settings.home().isPair()) {
            topics.ensure(List.of(Topics.homes(settings.georegion())));
        }
        String name = settings.georegion() + "-" + (settings.instance() + 1);
        var side =
                new HomeSide(
                        settings.home(), kafka, topic, name, timer, routes.acrossPair(), clock);
        side.start();
        return side;
    }

    private ShardService shards(String keyspace, MeterRegistry meters) {
        String georegion = settings.georegion();
        var journal = new CassandraJournalStore(session, keyspace, timer, home.home());
        var projector = new CassandraProjector(session, keyspace, timer, home.home());
        return new ShardService(
                new ShardService.Parts(
                        georegion,
                        settings.kafkaBootstrap(),
                        term -> kafka.member(ordersGroup(georegion, term)),
                        Topics.orders(georegion, settings.shards()).name(),
                        journal,
                        projector,
                        new KafkaEventPublisher(
                                eventProducer,
                                Topics.orderEvents(georegion).name(),
                                georegion,
                                directory,
                                timer),
                        new AnswerSender(
                                answers,
                                settings.instance(),
                                answerProducer,
                                Topics.answers(georegion).name()),
                        exchanges,
                        foreign.brokers(),
                        foreign.portfolio(),
                        directory,
                        board,
                        settings.limits(),
                        keptAside,
                        new Snapshots(
                                new CassandraSnapshotStore(session, keyspace),
                                journal,
                                projector,
                                settings.limits(),
                                keptAside,
                                settings.snapshots(),
                                meters),
                        reachability,
                        clock,
                        meters));
    }

    /** Each term has a group of its own, in which no member of the lost home is waited for. */
    private static String ordersGroup(String georegion, int term) {
        return "orders." + georegion + (term == 1 ? "" : "." + term);
    }

    private CommandGateway newGateway() {
        var gateway =
                new KafkaCommandGateway(
                        commandProducer,
                        answers,
                        shards,
                        new KafkaCommandGateway.Settings(
                                Topics.orders(settings.georegion(), settings.shards()).name(),
                                settings.shards(),
                                settings.instance()),
                        clock);
        return new BoundedGateway(
                gateway, settings.shards(), settings.maxInFlight(), settings.maxPerShard());
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> candles(String keyspace) {
        String group = "statistics." + settings.georegion();
        var factory =
                new DefaultKafkaConsumerFactory<>(
                        kafka.gatheringGroup(group),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        var properties = new ContainerProperties(Topics.tickers(settings.georegion()).name());
        properties.setMessageListener(new CandleWriter(session, keyspace, directory));
        return new ConcurrentMessageListenerContainer<>(factory, properties);
    }

    private void onStock(Stock stock) {
        references.write(stock);
        shards.onStock(stock);
    }

    /** Starts reading and deciding; returns when this instance has asked for its shards. */
    public void start() throws InterruptedException {
        String georegion = settings.georegion();
        topics.ensure(
                List.of(
                        Topics.tickers(georegion),
                        Topics.listings(georegion),
                        Topics.orders(georegion, settings.shards()),
                        Topics.answers(georegion),
                        Topics.orderEvents(georegion),
                        Topics.keptAside(georegion)));
        warm(commandProducer, Topics.orders(georegion, settings.shards()).name());
        warm(eventProducer, Topics.orderEvents(georegion).name());
        warm(answerProducer, Topics.answers(georegion).name());
        reachability.start(timer);
        timer.scheduleWithFixedDelay(
                this::probe, PROBE_EVERY_MS, PROBE_EVERY_MS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                answers::expire, EXPIRE_EVERY_MS, EXPIRE_EVERY_MS, TimeUnit.MILLISECONDS);
        shards.startAgent();
        listingsThread.start();
        foreign.start();
        tickThread.start();
        answersThread.start();
        candles.start();
        while (!directory.isLoaded() || !ticks.isCaughtUp()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        updates.start();
        home.own(shards);
    }

    private void probe() {
        directory.exchanges().forEach(exchanges::probe);
        foreign.probe();
    }

    /** Fetches a topic's metadata now, so that no send has to wait for it. */
    private static void warm(Producer<byte[], byte[]> producer, String topic)
            throws InterruptedException {
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (TimeoutException e) {
                TimeUnit.MILLISECONDS.sleep(EVENT_BLOCK_MS);
            }
        }
    }

    /** Where commands go in. */
    public CommandGateway gateway() {
        return gateway;
    }

    /** What is listed here. */
    public MarketDirectory directory() {
        return directory;
    }

    /** What is listed in the other georegions. */
    public ForeignDirectory foreign() {
        return foreign.directory();
    }

    /** The brokers of the other georegions. */
    public ForeignBrokers foreignBrokers() {
        return foreign.brokers();
    }

    /** What is kept of other georegions. */
    public PortfolioStore portfolio() {
        return foreign.portfolio();
    }

    /** Last prices and statistics. */
    public PriceBoard board() {
        return board;
    }

    /** What nobody can make sense of. */
    public KeptAside keptAside() {
        return keptAside;
    }

    /** What becomes of orders, for clients that listen. */
    public UpdateLog updates() {
        return updates;
    }

    /** How it stands. */
    public ShardHealth health() {
        return shards;
    }

    /** What is decided on the georegion's home. */
    public Homes homes() {
        return home.homes();
    }

    /** Where what is written has to be. */
    public Home home() {
        return home.home();
    }

    /** The connection to Cassandra. */
    public CqlSession session() {
        return session;
    }

    /** Hands all shards over and leaves the group; nothing is decided after it returns. */
    public void stop() {
        if (!stopped) {
            stopped = true;
            shards.stop();
        }
    }

    /** Stops, then ends everything, in the opposite order of its start. */
    @Override
    public void close() {
        stop();
        candles.stop();
        answersConsumer.stop();
        tickThread.interrupt();
        listings.stop();
        foreign.close();
        updates.close();
        for (Thread thread : List.of(answersThread, tickThread, listingsThread)) {
            join(thread);
        }
        commandProducer.close(Duration.ofSeconds(2));
        eventProducer.close(Duration.ofSeconds(2));
        answerProducer.close(Duration.ofSeconds(2));
        home.close();
        timer.shutdownNow();
        exchanges.close();
        routes.close();
        admin.close(Duration.ofSeconds(2));
        session.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
