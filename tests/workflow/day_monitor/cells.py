"""Whatever a sheet's cell may hold."""

from hypothesis import strategies as st

CELLS = st.one_of(
    st.text(),
    st.text("0123456789-/.: tuZ+ndovmrtjan", max_size=24),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.none(),
)
