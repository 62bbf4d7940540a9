package vn.vam.sim.fleet;

/** How the fleet introduces itself to a broker that asks. */
public record Credentials(String user, Secret password) {}
