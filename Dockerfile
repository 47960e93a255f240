# docker build --tag copydesk . && docker run --rm --volume "$PWD:/copy:ro" copydesk check
FROM python:3.13-slim AS build
COPY . /src
RUN pip wheel --no-cache-dir --wheel-dir /wheels /src

FROM python:3.13-slim
# git is for --diff-base and --staged; the copy belongs to another user than the one in here.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*' \
    && useradd --create-home desk
RUN --mount=from=build,source=/wheels,target=/wheels pip install --no-cache-dir --no-index --find-links /wheels copydesk
USER desk
WORKDIR /copy
ENTRYPOINT ["copydesk"]
CMD ["--help"]
