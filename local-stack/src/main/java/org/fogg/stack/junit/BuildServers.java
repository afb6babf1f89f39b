package org.fogg.stack.junit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fogg.stack.CassandraSpec;
import org.fogg.stack.ElasticsearchSpec;
import org.fogg.stack.KafkaSpec;
import org.fogg.stack.LocalStack;
import org.fogg.stack.ServerKind;
import org.fogg.stack.ServerSpec;
import org.fogg.stack.ServerState;
import org.fogg.stack.Servers;
import org.fogg.stack.StackException;
import org.fogg.stack.StackException.Problem;
import org.fogg.stack.StackListener;

/**
 * Servers as processes of this machine, in a folder that belongs to the build: whichever test JVM
 * of the build comes first starts a server, under the lock of the folder; the others find it.
 */
final class BuildServers implements Servers {
    private static final Map<ServerKind, ServerState> KNOWN = new EnumMap<>(ServerKind.class);

    private final Map<ServerKind, ServerState> states;

    private BuildServers(Map<ServerKind, ServerState> states) {
        this.states = new EnumMap<>(states);
    }

    static synchronized Servers get(Collection<ServerKind> kinds) {
        List<ServerSpec> unknown = new ArrayList<>();
        kinds.stream()
                .distinct()
                .filter(kind -> !KNOWN.containsKey(kind))
                .forEach(kind -> unknown.add(spec(kind)));
        if (!unknown.isEmpty()) {
            stack().start(unknown, StackListener.SILENT)
                    .forEach(state -> KNOWN.put(state.spec().kind(), state));
        }
        Map<ServerKind, ServerState> asked = new EnumMap<>(KNOWN);
        asked.keySet().retainAll(kinds);
        return new BuildServers(asked);
    }

    static synchronized void stop() {
        stack().stop(StackListener.SILENT);
        KNOWN.clear();
    }

    private static LocalStack stack() {
        BuildOwner owner = BuildOwner.find();
        try {
            Path folder = BuildFolder.of(owner);
            LocalStack stack = LocalStack.in(folder).tiedTo(owner.process()).answeringPatiently();
            return Boolean.getBoolean(SharedServers.OPTIMIZED) ? stack : stack.startingQuickly();
        } catch (IOException e) {
            throw new StackException(
                    Problem.BROKEN, "The folder of the tests' servers cannot be used: " + e, e);
        }
    }

    private static ServerSpec spec(ServerKind kind) {
        return switch (kind) {
            case CASSANDRA -> CassandraSpec.single(LOCAL_DC).withPort(0);
            case KAFKA -> KafkaSpec.single().withPort(0);
            case ELASTICSEARCH -> ElasticsearchSpec.single().withPort(0);
        };
    }

    @Override
    public InetSocketAddress cassandra() {
        ServerState state = state(ServerKind.CASSANDRA);
        return new InetSocketAddress(state.spec().host(), state.spec().port());
    }

    @Override
    public String kafka() {
        return state(ServerKind.KAFKA).endpoint();
    }

    @Override
    public URI elasticsearch() {
        return URI.create("http://" + state(ServerKind.ELASTICSEARCH).endpoint());
    }

    private ServerState state(ServerKind kind) {
        ServerState state = states.get(kind);
        if (state == null) {
            throw new IllegalStateException(
                    kind.title() + " was not asked for: add " + kind + " to @UseServers");
        }
        return state;
    }
}
