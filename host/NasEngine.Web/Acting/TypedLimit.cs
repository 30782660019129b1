namespace NasEngine.Web.Acting;

/// <summary>A limit of a budget in a form.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="was">What it is, as it would be typed.</param>
internal sealed class TypedLimit(string name, string was)
{
    /// <summary>What it is now.</summary>
    public string Was { get; } = was;

    /// <summary>What was typed.</summary>
    public string Value { get; set; } = was;

    /// <summary>Its name for people.</summary>
    public string Title => name switch { "virtualSeconds" => "virtual seconds", "time" => "wall time, such as 90m, 1.5h or 2d", _ => name };

    /// <summary>Whether something else was typed.</summary>
    public bool IsChanged => Value.Trim() != Was;

    /// <summary>As the command takes it.</summary>
    public string Text => $"{name}={Value.Trim()}";
}
