namespace NasEngine.Faults;

/// <summary>A search that takes its time until it is told to hurry, so that whatever is done to it meanwhile finds it at work.</summary>
internal sealed class Patience(string folder)
{
    private readonly string _hurry = Path.Combine(folder, "hurry");

    /// <summary>Parameters of the recipe <c>faulty.csx</c>: minutes of work until then, an instant afterwards.</summary>
    public string[] Parameters => ["--set", "trials=2000", "--set", "milliseconds=300", "--set", $"hurry={_hurry}"];

    /// <summary>From now on a candidate takes no time.</summary>
    public void End() => File.WriteAllText(_hurry, "");
}
