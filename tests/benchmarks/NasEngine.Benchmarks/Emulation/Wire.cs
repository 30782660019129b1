using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace NasEngine.Benchmarks.Emulation;

/// <summary>A network card (tun) whose IP packets this process takes and brings. It goes with the process, or with the name space it is in.</summary>
internal sealed class Wire : IDisposable
{
    private const uint SetInterface = 0x400454CA;
    private const short TunWithoutHeaders = 0x1001;
    private const int FlagsAt = 16;

    private readonly FileStream _packets;

    /// <summary>Makes one, of a name of at most 15 letters.</summary>
    /// <exception cref="IOException">There is no <c>/dev/net/tun</c>, or it may not be used.</exception>
    public Wire(string name)
    {
        var handle = File.OpenHandle("/dev/net/tun", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var request = new byte[40];
        Encoding.ASCII.GetBytes(name, request.AsSpan(0, FlagsAt - 1));
        MemoryMarshal.Write(request.AsSpan(FlagsAt), TunWithoutHeaders);
        if (Control(handle, SetInterface, request) != 0)
        {
            handle.Dispose();
            throw new IOException($"no network card '{name}' can be made");
        }

        _packets = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
    }

    /// <summary>Waits for a packet that was sent there; its length.</summary>
    public int Read(Span<byte> packet) => _packets.Read(packet);

    /// <summary>Brings one.</summary>
    public void Write(ReadOnlySpan<byte> packet) => _packets.Write(packet);

    public void Dispose() => _packets.Dispose();

    [DllImport("libc", EntryPoint = "ioctl")]
    private static extern int Control(SafeFileHandle handle, nuint request, byte[] argument);
}
