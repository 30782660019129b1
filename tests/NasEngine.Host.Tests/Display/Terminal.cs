using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace NasEngine.Host.Tests.Display;

/// <summary>A terminal of some size: what is written moves its cursor and its lines as it does at a user's.</summary>
internal sealed partial class Terminal(int width, int height) : StringWriter(CultureInfo.InvariantCulture)
{
    private const int AlternateScreen = 1049;

    private (List<char[]> Lines, int Row, int Column)? _behind;
    private int _width = width;
    private int _height = height;

    private List<char[]> _lines = [.. Enumerable.Range(0, height).Select(_ => Blank(width))];
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
        (console.Profile.Width, console.Profile.Height) = (_width, _height);
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

    /// <summary>Makes the window another size: lines are cut or filled up, as terminals do on their second screen.</summary>
    public void Resize(int columns, int rows)
    {
        Read();
        (_width, _height) = (columns, rows);
        _lines = [.. Enumerable.Range(0, rows).Select(row => row < _lines.Count ? Sized(_lines[row], columns) : Blank(columns))];
        (_row, _column) = (Math.Min(_row, rows - 1), Math.Min(_column, columns));
    }

    private static char[] Sized(char[] line, int columns) =>
        [.. line.Take(columns), .. Enumerable.Repeat(' ', Math.Max(0, columns - line.Length))];

    private void Read()
    {
        var text = GetStringBuilder().ToString();
        GetStringBuilder().Clear();
        for (var at = 0; at < text.Length;)
        {
            var code = Code().Match(text, at);
            if (code.Success)
            {
                var has = int.TryParse(code.Groups["number"].Value, CultureInfo.InvariantCulture, out var number);
                Apply(code.Groups["letter"].Value, has ? number : 1, has && number == 2);
                at += code.Length;
            }
            else
            {
                Put(text[at++]);
            }
        }
    }

    private void Apply(string letter, int number, bool full)
    {
        switch (letter)
        {
            case "A":
                _row = Math.Max(0, _row - number);
                break;
            case "K" when full:
                _lines[_row] = Blank(_width);
                break;
            case "K":
                Array.Fill(_lines[_row], ' ', Math.Min(_column, _width - 1), _width - Math.Min(_column, _width - 1));
                break;
            case "H":
                (_row, _column) = (0, 0);
                break;
            case "J":
                for (var row = full ? 0 : _row + 1; row < _height; row++)
                {
                    _lines[row] = Blank(_width);
                }

                break;
            case "h" when number == AlternateScreen:
                _behind = (_lines, _row, _column);
                _lines = [.. Enumerable.Range(0, _height).Select(_ => Blank(_width))];
                break;
            case "l" when number == AlternateScreen && _behind is var (lines, mineRow, mineColumn):
                (_lines, _row, _column, _behind) = (lines, mineRow, mineColumn, null);
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
            if (_column == _width)
            {
                (_row, _column) = (_row + 1, 0);
                Scroll();
            }

            _lines[_row][_column++] = letter;
        }
    }

    private void Scroll()
    {
        if (_row == _height)
        {
            _above.Add(new string(_lines[0]).TrimEnd());
            _lines.RemoveAt(0);
            _lines.Add(Blank(_width));
            _row--;
        }
    }

    private static char[] Blank(int width) => new string(' ', width).ToCharArray();

    [GeneratedRegex(@"\G\u001b\[\??(?<number>[0-9]*)[0-9;]*(?<letter>[A-Za-z])")]
    private static partial Regex Code();
}
