package org.fogg.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fogg.launcher.broker.BrokerAdmin;
import org.fogg.launcher.broker.BrokerRefusal;
import org.fogg.launcher.dc.Present;
import org.fogg.launcher.world.World;
import org.fogg.launcher.world.WorldException;
import org.fogg.launcher.world.WorldFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Reaches the brokers of the running world as their administrator. */
final class Administration {

    private static final int NOT_FOUND = 404;

    private final World world;

    Administration(World world) {
        this.world = world;
    }

    /** A request to a broker. */
    @FunctionalInterface
    interface Request<T> {
        T send(BrokerAdmin broker) throws BrokerRefusal, InterruptedException;
    }

    /**
     * Asks a broker of the georegion.
     *
     * @param georegion null for the first that runs
     * @throws picocli.CommandLine.ParameterException if that georegion does not run, or the broker
     *     finds the arguments wrong
     */
    <T> T ask(@Nullable CommandSpec command, @Nullable String georegion, Request<T> request)
            throws InterruptedException {
        WorldFile running = Present.of(world);
        WorldFile.Broker broker =
                running.brokerOf(georegion == null ? first(running) : georegion)
                        .orElseThrow(
                                () ->
                                        BadArgument.of(
                                                command,
                                                "--georegion "
                                                        + georegion
                                                        + ": not one of "
                                                        + names(running)));
        try {
            return request.send(new BrokerAdmin(broker, running.admin()));
        } catch (BrokerRefusal e) {
            throw refused(command, broker, e);
        }
    }

    /**
     * Asks a broker of every georegion. One that does not know what it is about is passed over,
     * unless none does.
     *
     * @return the answers of the others, one at least
     * @throws picocli.CommandLine.ParameterException if a broker finds the arguments wrong
     */
    <T> List<T> askAll(@Nullable CommandSpec command, Request<T> request)
            throws InterruptedException {
        WorldFile running = Present.of(world);
        List<T> answers = new ArrayList<>();
        RuntimeException unknown = null;
        for (WorldFile.Georegion georegion : running.georegions()) {
            WorldFile.Broker broker = georegion.brokers().get(0);
            try {
                answers.add(request.send(new BrokerAdmin(broker, running.admin())));
            } catch (BrokerRefusal e) {
                unknown = refused(command, broker, e);
                if (e.status() != NOT_FOUND) {
                    throw unknown;
                }
            }
        }
        if (answers.isEmpty() && unknown != null) {
            throw unknown;
        }
        return answers;
    }

    private static RuntimeException refused(
            @Nullable CommandSpec command, WorldFile.Broker broker, BrokerRefusal refusal) {
        String sentence = broker.name() + " refuses: " + refusal.getMessage();
        return refusal.isCallersFault()
                ? BadArgument.of(command, sentence)
                : new WorldException(sentence, refusal);
    }

    private static String first(WorldFile running) {
        return running.georegions().get(0).name();
    }

    private static String names(WorldFile running) {
        return running.georegions().stream()
                .map(WorldFile.Georegion::name)
                .collect(Collectors.joining(", "));
    }
}
