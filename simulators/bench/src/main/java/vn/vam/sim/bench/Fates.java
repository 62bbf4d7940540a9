package vn.vam.sim.bench;

/**
 * What became of messages, by three witnesses: the probes, who know what the broker acknowledged to
 * them; the line to the broker, where the hub's own acknowledgements pass; and the database.
 *
 * @param acknowledged by the broker, to the probes
 * @param acknowledgedByHub seen on the line between broker and hub
 * @param stored distinct numbers in the database
 * @param lost acknowledged by the hub and not in the database
 * @param doubled numbers with more than one point
 * @param lostByBroker acknowledged to the probes, never acknowledged by the hub, and not in the
 *     database
 */
public record Fates(
    int acknowledged, int acknowledgedByHub, int stored, int lost, int doubled, int lostByBroker) {}
