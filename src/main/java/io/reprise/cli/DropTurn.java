package io.reprise.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Switches the drop folder on or off and says where it lies. */
final class DropTurn {
    private final Remote remote;
    private final Terminal terminal;

    DropTurn(Remote remote, Terminal terminal) {
        this.remote = remote;
        this.terminal = terminal;
    }

    void turn(boolean on, boolean json) {
        Remote.Reply reply = remote.put(
                "/api/import/drop", JsonNodeFactory.instance.objectNode().put("on", on));
        if (json) {
            terminal.out().println(reply.text());
            return;
        }
        JsonNode drop = reply.json();
        boolean isOn = drop.path("on").asBoolean(false);
        terminal.out()
                .println("The drop folder is " + (isOn ? "on" : "off") + ": "
                        + drop.path("folder").asString(""));
        if (isOn) {
            terminal.out().println("  while the server runs, every file that is put there is imported as it comes");
        }
    }
}
