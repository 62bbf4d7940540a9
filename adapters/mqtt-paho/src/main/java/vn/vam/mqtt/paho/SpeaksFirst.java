package vn.vam.mqtt.paho;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A socket on which nothing is heard before something was said. Paho starts its threads one after
 * the other and then says CONNECT; a peer that hangs up in between (a proxy without its broker)
 * leaves the starting thread waiting for ever. In MQTT a server is silent until CONNECT anyway.
 */
final class SpeaksFirst implements NetworkModule {
  /** As the read timeout Paho sets on its sockets, in milliseconds. */
  private static final long READ_TIMEOUT = 1_000;

  private final NetworkModule network;
  private final CountDownLatch spoken = new CountDownLatch(1);
  private volatile boolean stopped;

  SpeaksFirst(NetworkModule network) {
    this.network = network;
  }

  @Override
  public void start() throws IOException, MqttException {
    network.start();
    if (stopped) {
      network.stop();
      throw new IOException("closed while connecting");
    }
  }

  /** Any thread; also breaks off an attempt to connect. */
  @Override
  public void stop() throws IOException {
    stopped = true;
    network.stop();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Listening(new Ahead(network.getInputStream()));
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new Speaking(network.getOutputStream());
  }

  @Override
  public String getServerURI() {
    return network.getServerURI();
  }

  private void awaitSpoken() throws IOException {
    try {
      if (!spoken.await(READ_TIMEOUT, TimeUnit.MILLISECONDS)) {
        throw new SocketTimeoutException("nothing was said yet");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before anything was said");
    }
  }

  /** Paho reads a packet's first bytes one by one, each a call of the system without this. */
  private static final class Ahead extends BufferedInputStream {
    private static final int BYTES = 16 << 10;

    Ahead(InputStream in) {
      super(in, BYTES);
    }

    /** The system is only asked where nothing is left here. */
    @Override
    public synchronized int available() throws IOException {
      return pos < count ? count - pos : super.available();
    }
  }

  private final class Listening extends FilterInputStream {
    Listening(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      awaitSpoken();
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      awaitSpoken();
      return in.read(bytes, from, length);
    }

    @Override
    public int available() throws IOException {
      return spoken.getCount() == 0 ? in.available() : 0;
    }
  }

  private final class Speaking extends FilterOutputStream {
    Speaking(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int octet) throws IOException {
      spoken.countDown();
      out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      spoken.countDown();
      out.write(bytes, from, length);
    }
  }
}
