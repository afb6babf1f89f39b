package org.fogg.stack;

import java.nio.file.Path;
import java.util.List;

/** Runs the stack by hand, for trying it out: {@code StackMain FOLDER up|status|down|wipe}. */
public final class StackMain {
    private static final String USUAL_DC = "europe-eu-central-1";
    private static final int BAD_ARGUMENTS = 2;

    private StackMain() {}

    /**
     * Runs one command.
     *
     * @param args the stack's folder and the command
     */
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("Usage: StackMain FOLDER up|status|down|wipe");
            System.exit(BAD_ARGUMENTS);
        }
        try {
            run(LocalStack.in(Path.of(args[0])), args[1]);
        } catch (StackException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(LocalStack stack, String command) {
        StackListener lines = progress -> System.out.println(progress.line());
        switch (command) {
            case "up" -> {
                List<ServerSpec> servers = StandardServers.from(USUAL_DC, System.getenv());
                print(stack.start(servers, lines));
            }
            case "status" -> print(stack.status());
            case "down" -> stack.stop(lines);
            case "wipe" -> stack.wipe();
            default -> throw new IllegalArgumentException("Unknown command " + command);
        }
    }

    private static void print(List<ServerState> states) {
        for (ServerState state : states) {
            System.out.printf(
                    "%-16s %-16s pid %-8d %s  %s%n",
                    state.name(),
                    state.endpoint(),
                    state.pid(),
                    state.healthy() ? "healthy" : "down",
                    state.log());
        }
    }
}
