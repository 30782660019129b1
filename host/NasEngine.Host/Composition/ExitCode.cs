namespace NasEngine.Host.Composition;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SearchFailed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;

    /// <summary>What a code says.</summary>
    public static string Meaning(int code) => code switch
    {
        Done => "done",
        BadInput => "bad input",
        Interrupted => "interrupted; run it again to go on",
        _ => "the search failed",
    };
}
