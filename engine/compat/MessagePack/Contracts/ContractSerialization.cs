using System.Linq.Expressions;

namespace MessagePack.Contracts;

/// <summary>Compiles the writing half of a contract.</summary>
internal static class ContractSerialization
{
    public static SerializeContract<T> Compile<T>(Contract contract)
    {
        var writer = Expression.Parameter(typeof(MessagePackWriter).MakeByRefType(), "writer");
        var value = Expression.Parameter(typeof(T), "value");
        var options = Expression.Parameter(typeof(MessagePackSerializerOptions), "options");
        var body = new List<Expression>();
        if (Callback.Find(typeof(T), value, nameof(IMessagePackSerializationCallbackReceiver.OnBeforeSerialize)) is { } before)
        {
            body.Add(before);
        }

        body.AddRange(contract.IsArray
            ? ArrayBody(contract, writer, value, options)
            : MapBody(contract, writer, value, options));
        return Expression.Lambda<SerializeContract<T>>(Expression.Block(typeof(void), body), writer, value, options).Compile();
    }

    private static IEnumerable<Expression> ArrayBody(
        Contract contract, ParameterExpression writer, Expression value, ParameterExpression options)
    {
        var readable = contract.Members.Where(member => member.IsReadable).ToDictionary(member => member.Index);
        yield return Header(writer, nameof(MessagePackWriter.WriteArrayHeader), contract.Length);
        for (var i = 0; i < contract.Length; i++)
        {
            yield return readable.TryGetValue(i, out var member)
                ? MemberFormat.Write(member, value, writer, options)
                : Expression.Call(writer, nameof(MessagePackWriter.WriteNil), null);
        }
    }

    private static IEnumerable<Expression> MapBody(
        Contract contract, ParameterExpression writer, Expression value, ParameterExpression options)
    {
        var readable = contract.Members.Where(member => member.IsReadable).ToArray();
        yield return Header(writer, nameof(MessagePackWriter.WriteMapHeader), readable.Length);
        foreach (var member in readable)
        {
            var key = Expression.Constant(MessagePackSerializer.Serialize(member.Key));
            yield return Expression.Call(typeof(ContractRuntime), nameof(ContractRuntime.WriteKey), null, writer, key);
            yield return MemberFormat.Write(member, value, writer, options);
        }
    }

    private static Expression Header(ParameterExpression writer, string method, int count) =>
        Expression.Call(writer, typeof(MessagePackWriter).GetMethod(method, [typeof(int)])!, Expression.Constant(count));
}
