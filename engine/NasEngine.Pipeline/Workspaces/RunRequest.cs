namespace NasEngine.Pipeline.Workspaces;

/// <summary>What somebody asks of the run of a search from another process.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Of">The search; of a swap the plugin.</param>
/// <param name="Text">What else is said: of a note the candidate that it is of, where it is of one, a space, and its text.</param>
public sealed record RunRequest(RequestKind Kind, string Of, string Text = "");

/// <summary>What can be asked of a run.</summary>
public enum RequestKind
{
    /// <summary>To go over to the files that a plugin has now.</summary>
    Swap,

    /// <summary>To end at the next safe point.</summary>
    Stop,

    /// <summary>To begin nothing new.</summary>
    Pause,

    /// <summary>To go on after a pause.</summary>
    Resume,

    /// <summary>To write down a note.</summary>
    Note,
}
