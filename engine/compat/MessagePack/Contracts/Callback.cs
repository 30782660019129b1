using System.Linq.Expressions;

namespace MessagePack.Contracts;

/// <summary>The call of a callback on a type that receives callbacks; on a struct it is made in place, without a copy.</summary>
internal static class Callback
{
    public static Expression? Find(Type type, ParameterExpression target, string name)
    {
        var receiver = typeof(IMessagePackSerializationCallbackReceiver);
        if (!type.IsAssignableTo(receiver))
        {
            return null;
        }

        if (!type.IsValueType)
        {
            return Expression.Call(Expression.Convert(target, receiver), name, null);
        }

        var map = type.GetInterfaceMap(receiver);
        return Expression.Call(target, map.TargetMethods[Array.FindIndex(map.InterfaceMethods, method => method.Name == name)]);
    }
}
