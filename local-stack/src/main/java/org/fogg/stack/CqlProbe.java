package org.fogg.stack;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Runs one CQL query over a plain socket, in version 4 of the native protocol. The driver would
 * spend more time on its own start than a running server needs to answer.
 */
final class CqlProbe {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int REQUEST_V4 = 0x04;
    private static final int STARTUP = 0x01;
    private static final int READY = 0x02;
    private static final int QUERY = 0x07;
    private static final int RESULT = 0x08;
    private static final int CONSISTENCY_ONE = 1;
    private static final int MAX_BODY_BYTES = 1 << 20;

    private CqlProbe() {}

    static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return startup(out, in) && query(out, in);
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean startup(DataOutputStream out, DataInputStream in) throws IOException {
        byte[] key = "CQL_VERSION".getBytes(StandardCharsets.US_ASCII);
        byte[] version = "3.0.0".getBytes(StandardCharsets.US_ASCII);
        header(out, STARTUP, 3 * Short.BYTES + key.length + version.length);
        out.writeShort(1);
        out.writeShort(key.length);
        out.write(key);
        out.writeShort(version.length);
        out.write(version);
        out.flush();
        return answer(in) == READY;
    }

    private static boolean query(DataOutputStream out, DataInputStream in) throws IOException {
        byte[] cql = "SELECT host_id FROM system.local".getBytes(StandardCharsets.US_ASCII);
        header(out, QUERY, Integer.BYTES + cql.length + Short.BYTES + Byte.BYTES);
        out.writeInt(cql.length);
        out.write(cql);
        out.writeShort(CONSISTENCY_ONE);
        out.writeByte(0);
        out.flush();
        return answer(in) == RESULT;
    }

    private static void header(DataOutputStream out, int opcode, int length) throws IOException {
        out.writeByte(REQUEST_V4);
        out.writeByte(0);
        out.writeShort(0);
        out.writeByte(opcode);
        out.writeInt(length);
    }

    private static int answer(DataInputStream in) throws IOException {
        in.readByte();
        in.readByte();
        in.readShort();
        int opcode = in.readUnsignedByte();
        int length = in.readInt();
        if (length < 0 || length > MAX_BODY_BYTES) {
            throw new IOException("Not a CQL frame");
        }
        in.readFully(new byte[length]);
        return opcode;
    }
}
