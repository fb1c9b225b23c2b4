"""Who is one, of all the addresses of the internet: of IPv6 a home has more of them than anybody can count."""

from ipaddress import IPv6Address, ip_address, ip_network


def home_of(told: str) -> str:
    """An address of the internet, of IPv6 the network that it stands in; empty for ours, and for what is none."""
    try:
        address = ip_address(told.partition("%")[0])
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    if not address.is_global:
        return ""
    return str(ip_network((address, 64), strict=False)) if isinstance(address, IPv6Address) else str(address)


def beside(home: str) -> str:
    """All that one connection or firm may have: providers give out IPv6 by 65,536 such networks."""
    network = ip_network(home)
    return str(network.supernet(new_prefix=48 if network.version == 6 else 24))
