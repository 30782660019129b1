using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

/// <summary>What goes wrong, and when.</summary>
internal sealed record FaultOptions(string Fault, long At, string Marker, int Milliseconds, string Hurry, string Log)
{
    public static FaultOptions Read(OptionReader options) => new(
        options.Text("fault", "none", "What goes wrong."),
        options.Integer("at", 10, "The candidate it goes wrong at."),
        options.Text("marker", "", "A file made when it went wrong; it does not go wrong again while this is there. For 'waits': the file waited for."),
        (int)options.Integer("milliseconds", 0, "How long a candidate takes."),
        options.Text("hurry", "", "A file; while it is there, a candidate takes no time."),
        options.Text("log", "", "A folder that gets a file for each training, named after its candidate."));

    /// <summary>A candidate is trained.</summary>
    public void Tell(long number)
    {
        if (Log.Length > 0)
        {
            File.WriteAllText(Path.Combine(Log, $"{number}-{Guid.NewGuid()}"), "");
        }
    }

    /// <summary>Whether it is to go wrong now.</summary>
    public bool Due(long number)
    {
        if (Fault is "none" or "waits" or "again" || number != At || (Marker.Length > 0 && File.Exists(Marker)))
        {
            return false;
        }

        if (Marker.Length > 0)
        {
            File.WriteAllText(Marker, Fault);
        }

        return true;
    }
}
