package vn.vam.sim.zalo.chat;

/** One row of a list message; empty strings where the sender gave nothing. */
public record Card(String title, String subtitle, String imageUrl, String url) {}
