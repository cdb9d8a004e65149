using System.Runtime.CompilerServices;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Room on the stack for the arguments of a call. No signature has more parameters.</summary>
[InlineArray(Capacity)]
internal struct ValueBuffer
{
    public const int Capacity = 8;
    private Value _first;
}
