package vn.vam.zalo;

/** What the platform hands back when it was asked for something other than sending a message. */
public interface Answer {}
