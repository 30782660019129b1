using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace NasEngine.Host.Tests.Display;

/// <summary>A terminal of some size: what is written moves its cursor and its lines as it does at a user's.</summary>
internal sealed partial class Terminal(int width, int height) : StringWriter(CultureInfo.InvariantCulture)
{
    private readonly List<char[]> _lines = [.. Enumerable.Range(0, height).Select(_ => Blank(width))];
    private readonly List<string> _above = [];
    private int _row;
    private int _column;

    /// <summary>What a program writes to it through.</summary>
    public IAnsiConsole Console(ColorSystemSupport colours = ColorSystemSupport.Standard)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, ColorSystem = colours, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(this),
        });
        (console.Profile.Width, console.Profile.Height) = (width, height);
        return console;
    }

    /// <summary>All lines, those that were moved out at the top first, without blanks at the end.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            Read();
            return [.. _above, .. _lines.Select(line => new string(line).TrimEnd())];
        }
    }

    private void Read()
    {
        var text = GetStringBuilder().ToString();
        GetStringBuilder().Clear();
        for (var at = 0; at < text.Length;)
        {
            var code = Code().Match(text, at);
            if (code.Success)
            {
                Apply(code.Groups["letter"].Value, int.TryParse(code.Groups["number"].Value, CultureInfo.InvariantCulture, out var number) ? number : 1);
                at += code.Length;
            }
            else
            {
                Put(text[at++]);
            }
        }
    }

    private void Apply(string letter, int number)
    {
        switch (letter)
        {
            case "A":
                _row = Math.Max(0, _row - number);
                break;
            case "K":
                _lines[_row] = Blank(width);
                break;
        }
    }

    private void Put(char letter)
    {
        if (letter == '\r')
        {
            _column = 0;
        }
        else if (letter == '\n')
        {
            (_row, _column) = (_row + 1, 0);
            Scroll();
        }
        else
        {
            if (_column == width)
            {
                (_row, _column) = (_row + 1, 0);
                Scroll();
            }

            _lines[_row][_column++] = letter;
        }
    }

    private void Scroll()
    {
        if (_row == height)
        {
            _above.Add(new string(_lines[0]).TrimEnd());
            _lines.RemoveAt(0);
            _lines.Add(Blank(width));
            _row--;
        }
    }

    private static char[] Blank(int width) => new string(' ', width).ToCharArray();

    [GeneratedRegex(@"\G\u001b\[\??(?<number>[0-9]*)[0-9;]*(?<letter>[A-Za-z])")]
    private static partial Regex Code();
}
