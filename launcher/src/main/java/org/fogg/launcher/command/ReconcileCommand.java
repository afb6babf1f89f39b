package org.fogg.launcher.command;

import java.util.concurrent.Callable;
import org.fogg.audit.Auditor;
import org.fogg.audit.report.AuditReport;
import org.fogg.launcher.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fogg reconcile}. */
@Command(
        name = "reconcile",
        description =
                "Compares journals, tables, the exchanges' records and the clients' own; exit"
                        + " code 1 where they differ.")
final class ReconcileCommand implements Callable<Integer> {

    private final World world;
    private final Console console;

    @Mixin private JsonOption json = new JsonOption();

    ReconcileCommand(World world, Console console) {
        this.world = world;
        this.console = console;
    }

    @Override
    public Integer call() {
        AuditReport report = Audits.run(world, target -> Auditor.audit(target, console::progress));
        json.write(report, console);
        console.result(AuditText.of(report), json);
        return report.ok() ? 0 : 1;
    }
}
