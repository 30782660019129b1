using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks.Emulation;

/// <summary>
/// Hosts on this machine: network name spaces with one card each, whose packets this process carries. Nothing of them is left when this is
/// disposed of or the process is interrupted; what a killed one left is taken away by the next.
/// </summary>
internal sealed class Hosts : IDisposable
{
    private const string Prefix = "nas-chaos-";

    private readonly string[] _names;
    private readonly List<Wire> _wires = [];

    /// <exception cref="InputException">This machine or user cannot have any.</exception>
    public Hosts(int count, int seed)
    {
        RemoveLeftOvers();
        _names = [.. Enumerable.Range(0, count).Select(host => Text($"{Prefix}{Environment.ProcessId}-{host}"))];
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        try
        {
            for (var host = 0; host < count; host++)
            {
                Make(host);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new InputException(
                $"Hosts of their own on this machine need root, 'ip' of iproute2 and /dev/net/tun ({problem.Message}); give --loopback for "
                + "kills alone, which needs none of them.",
                problem);
        }

        Link = new Link(_wires, seed);
    }

    /// <summary>What is between them.</summary>
    public Link Link { get; }

    /// <summary>The address of one.</summary>
    public static string Address(int host) => Text($"10.77.0.{host + 1}");

    /// <summary>What a command line begins with that is to run on one.</summary>
    public IReadOnlyList<string> On(int host) => ["ip", "netns", "exec", _names[host]];

    public void Dispose()
    {
        foreach (var name in _names)
        {
            Remove(name);
        }

        _wires.ForEach(wire => wire.Dispose());
    }

    private void Make(int host)
    {
        var (name, card) = (_names[host], Text($"nas{Environment.ProcessId}x{host}"));
        Ip("netns", "add", name);
        _wires.Add(new Wire(card));
        Ip("link", "set", card, "netns", name);
        Ip("-n", name, "address", "add", $"{Address(host)}/24", "dev", card);
        Ip("-n", name, "link", "set", card, "up");
        Ip("-n", name, "link", "set", "lo", "up");
    }

    private static void RemoveLeftOvers()
    {
        const string folder = "/var/run/netns";
        foreach (var name in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{Prefix}*").Select(file => Path.GetFileName(file)) : [])
        {
            if (!Directory.Exists($"/proc/{name.Split('-')[2]}"))
            {
                Remove(name);
            }
        }
    }

    private static void Remove(string name)
    {
        if (!File.Exists($"/var/run/netns/{name}"))
        {
            return;
        }

        foreach (var pid in Ip("netns", "pids", name).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Faults.Signal.Send(int.Parse(pid, CultureInfo.InvariantCulture), Faults.Signal.Kill);
        }

        Ip("netns", "delete", name);
    }

    private static string Ip(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
            process.WaitForExit();
            return process.ExitCode == 0 ? output : throw new IOException($"ip {string.Join(' ', arguments)}: {errors.Trim()}");
        }
        catch (Win32Exception problem)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
