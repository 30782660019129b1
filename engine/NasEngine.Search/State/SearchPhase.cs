namespace NasEngine.Search;

/// <summary>How far a search is.</summary>
public enum SearchPhase
{
    /// <summary>Candidates are proposed and measured.</summary>
    Searching,

    /// <summary>The winners are trained from scratch and tested.</summary>
    Finals,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Stopped by itself; a resume tries again.</summary>
    Failed,
}
