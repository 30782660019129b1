using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Reads HOCON: objects, dotted keys, lists, quoted and triple-quoted text, comments, <c>${path}</c>. No includes, no
/// concatenation of objects or lists.
/// </summary>
internal sealed class HoconParser(string text)
{
    private int _at;

    private bool AtEnd => _at >= text.Length;

    public HoconObject Parse()
    {
        SkipBlank();
        if (!AtEnd && text[_at] == '{')
            return ParseObject();
        var root = ParseFields(closing: false);
        return root;
    }

    private HoconObject ParseObject()
    {
        _at++;
        var result = ParseFields(closing: true);
        _at++;
        return result;
    }

    private HoconObject ParseFields(bool closing)
    {
        var result = new HoconObject();
        while (true)
        {
            SkipBlank(alsoCommas: true);
            if (AtEnd)
                return closing ? throw Error("'}' is missing") : result;
            if (text[_at] == '}')
                return closing ? result : throw Error("'}' has no '{'");
            var path = HoconPath.Split(ReadKey());
            if (path.Length == 0)
                throw Error("a key is expected");
            result.Put(path, ParseValue());
        }
    }

    private string ReadKey()
    {
        var start = _at;
        var quoted = false;
        while (!AtEnd && (quoted || !(text[_at] is ':' or '=' or '{' or '\n' or '}')))
        {
            if (text[_at] == '"')
                quoted = !quoted;
            _at++;
        }

        var key = text[start.._at];
        if (AtEnd || text[_at] is '\n' or '}')
            throw Error($"key '{key.Trim()}' has no value");
        if (text[_at] != '{')
            _at++;
        return key;
    }

    private HoconNode ParseValue()
    {
        SkipBlank();
        if (AtEnd)
            throw Error("a value is expected");
        return text[_at] switch
        {
            '{' => ParseObject(),
            '[' => ParseList(),
            '$' when Follows("${") => ParseReference(),
            _ => new HoconText(ReadText()),
        };
    }

    private HoconList ParseList()
    {
        _at++;
        var items = new List<HoconNode>();
        while (true)
        {
            SkipBlank(alsoCommas: true);
            if (AtEnd)
                throw Error("']' is missing");
            if (text[_at] == ']')
            {
                _at++;
                return new HoconList(items);
            }

            items.Add(ParseValue());
        }
    }

    private HoconReference ParseReference()
    {
        var end = text.IndexOf('}', _at);
        if (end < 0)
            throw Error("'}' of '${' is missing");
        var path = text[(_at + 2)..end];
        _at = end + 1;
        return new HoconReference(path.TrimStart('?').Trim(), path.StartsWith('?'));
    }

    private string ReadText()
    {
        if (Follows("\"\"\""))
            return ReadUntil("\"\"\"");
        return text[_at] == '"' ? ReadQuoted() : ReadUnquoted();
    }

    private string ReadUntil(string quotes)
    {
        var end = text.IndexOf(quotes, _at + quotes.Length, StringComparison.Ordinal);
        if (end < 0)
            throw Error($"{quotes} is not closed");
        var value = text[(_at + quotes.Length)..end];
        _at = end + quotes.Length;
        return value;
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        for (_at++; !AtEnd && text[_at] != '"'; _at++)
        {
            if (text[_at] != '\\' || _at + 1 >= text.Length)
            {
                value.Append(text[_at]);
                continue;
            }

            _at++;
            value.Append(text[_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var c => c });
        }

        if (AtEnd)
            throw Error("a quote is not closed");
        _at++;
        return value.ToString();
    }

    private string ReadUnquoted()
    {
        var start = _at;
        while (!AtEnd && !(text[_at] is '\n' or '\r' or ',' or '}' or ']' or '#') && !Follows("//"))
            _at++;
        return text[start.._at].Trim();
    }

    private void SkipBlank(bool alsoCommas = false)
    {
        while (!AtEnd)
        {
            if (char.IsWhiteSpace(text[_at]) || (alsoCommas && text[_at] == ','))
                _at++;
            else if (text[_at] == '#' || Follows("//"))
                _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
            else
                return;
        }
    }

    private bool Follows(string token) => string.CompareOrdinal(text, _at, token, 0, token.Length) == 0;

    private ConfigurationException Error(string what) =>
        new($"The configuration is wrong in line {text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n') + 1}: {what}.");
}
