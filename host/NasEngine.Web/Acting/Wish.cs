namespace NasEngine.Web.Acting;

/// <summary>What a page can wish of a search.</summary>
internal enum Wish
{
    /// <summary>Begin nothing new: <c>nas pause</c>.</summary>
    Pause,

    /// <summary>Go on, after a pause or in a process of its own: <c>nas resume</c>.</summary>
    Resume,

    /// <summary>End at the next safe point: <c>nas stop</c>.</summary>
    Stop,

    /// <summary>Spend more: <c>nas resume --budget</c>.</summary>
    Raise,

    /// <summary>Go over to the files that a plugin has now: <c>nas plugins swap</c>.</summary>
    Swap,

    /// <summary>Write something down: <c>nas note</c>.</summary>
    Note,

    /// <summary>Write a model: <c>nas export</c>.</summary>
    Export,

    /// <summary>Train a trial or a winner again: <c>nas retrain</c>.</summary>
    Retrain,
}
