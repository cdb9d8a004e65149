using System.Data.Common;
using System.Globalization;

namespace Quire.Storage.Sessions;

/// <summary>The values of a statement that is put together, each at the place of its turn.</summary>
internal sealed class StatementValues
{
    private readonly List<object?> _values = [];

    /// <summary>Adds a value.</summary>
    /// <returns>The parameter that stands for it, for example <c>@p0</c>.</returns>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"@p{_values.Count - 1}");
    }

    /// <summary>Gives all of them to a command.</summary>
    public void BindTo(DbCommand command)
    {
        for (var place = 0; place < _values.Count; place++)
            command.Bind(place, _values[place]);
    }
}
