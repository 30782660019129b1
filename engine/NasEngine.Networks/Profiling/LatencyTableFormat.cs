namespace NasEngine.Networks;

/// <summary>How a latency table is written.</summary>
public enum LatencyTableFormat
{
    /// <summary>This program's own: times by key, with the device, the line through whole networks and its error.</summary>
    Nas,

    /// <summary>
    /// As TF-NAS publishes them (arXiv 2008.05314): times by key, a key's last part behind a <c>/</c> in an object of its own. The line is
    /// worked into the times, and what every network takes beside its operations is at <c>base</c>.
    /// </summary>
    TfNas,
}
