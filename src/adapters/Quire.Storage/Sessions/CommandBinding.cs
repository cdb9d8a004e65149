using System.Data.Common;
using System.Globalization;

namespace Quire.Storage.Sessions;

/// <summary>Binds the parameters <c>@p0</c>, <c>@p1</c>, … of a command that may be used again.</summary>
internal static class CommandBinding
{
    /// <summary>Gives the parameter at that place a value.</summary>
    public static void Bind(this DbCommand command, int place, object? value)
    {
        if (place == command.Parameters.Count)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{place}");
            command.Parameters.Add(parameter);
        }
        command.Parameters[place].Value = value ?? DBNull.Value;
    }
}
