namespace NasEngine.Pipeline.Workspaces;

/// <summary>
/// Requests from other processes to the one that runs a search: a file each in the workspace, answered by a file beside it. Both are
/// written aside and renamed, so that nobody reads half of one.
/// </summary>
/// <param name="workspace">The workspace.</param>
public sealed class RequestFolder(string workspace)
{
    private const string Request = ".request";
    private const string Answer = ".answer";

    private readonly string _folder = Path.Combine(workspace, "requests");

    /// <summary>Names of the requests that wait.</summary>
    public IReadOnlyList<string> Waiting => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.GetFiles(_folder, "*" + Request).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal),
    ];

    /// <summary>Asks; returns the request's name.</summary>
    public string Ask(RunRequest asked)
    {
        Directory.CreateDirectory(_folder);
        var name = Path.GetFileNameWithoutExtension(Path.GetRandomFileName());
        Write(name + Request, $"{asked.Kind}\n{asked.Of}\n{asked.Text}");
        return name;
    }

    /// <summary>What a request asks; null when it is none that this program knows.</summary>
    public RunRequest? Read(string request) => File.ReadAllText(PathOf(request + Request)).Split('\n', 3) is [var kind, var of, .. var more]
        && Enum.TryParse<RequestKind>(kind, out var known) ? new RunRequest(known, of, more is [var text] ? text : "") : null;

    /// <summary>Answers a request.</summary>
    public void Reply(string request, bool good, string sentence)
    {
        Write(request + Answer, (good ? "+" : "-") + sentence);
        File.Delete(PathOf(request + Request));
    }

    /// <summary>The answer, or null as long as there is none; it is gone when it was read.</summary>
    public (bool Good, string Sentence)? TakeReply(string request)
    {
        var file = PathOf(request + Answer);
        if (!File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        File.Delete(file);
        return (text[0] == '+', text[1..]);
    }

    /// <summary>Takes a request back.</summary>
    public void Withdraw(string request)
    {
        if (Directory.Exists(_folder))
        {
            File.Delete(PathOf(request + Request));
        }
    }

    /// <summary>Drops what earlier programs left.</summary>
    public void Clear()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text)
    {
        var aside = PathOf(name + ".part");
        File.WriteAllText(aside, text);
        File.Move(aside, PathOf(name));
    }
}
