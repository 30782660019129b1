using System.Reflection.Emit;

namespace NasEngine.Extensibility.Inline;

/// <summary>One instruction of a method body (ECMA-335, partition III).</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its operand's bytes; of a member or a text its token.</param>
internal readonly record struct IlInstruction(OpCode Code, ReadOnlyMemory<byte> Operand)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The metadata token in the operand.</summary>
    public int Token => BitConverter.ToInt32(Operand.Span);

    /// <summary>The instructions of a body, in order.</summary>
    public static IEnumerable<IlInstruction> Of(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = Codes[body[at] == 0xFE ? (short)(0xFE00 | body[at + 1]) : body[at]];
            at += code.Size;
            var size = SizeOf(code, body.AsSpan(at));
            yield return new IlInstruction(code, body.AsMemory(at, size));
            at += size;
        }
    }

    private static int SizeOf(OpCode code, ReadOnlySpan<byte> rest) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(rest)),
        _ => 4,
    };
}
