/** News of the province: articles, topics, who is told of them. */
@NullMarked
package vn.vam.core.news;

import org.jspecify.annotations.NullMarked;
